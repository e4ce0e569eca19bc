import { createRouter, createWebHistory } from 'vue-router'
import { Problem } from './api/client'
import { entitle, learnPlace } from './session/place'
import { home, loadSession, session } from './session/session'

export const router = createRouter({
  history: createWebHistory('/'),
  scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path || to.hash ? undefined : { top: 0 }),
  routes: [
    { path: '/', redirect: '/app' },
    { path: '/app/sign-in', component: () => import('./session/SignInPage.vue'), meta: { title: '登录', open: true } },
    { path: '/app/post', component: () => import('./session/PostPage.vue'), meta: { title: '选择岗位' } },
    {
      path: '/app',
      component: () => import('./shell/AppShell.vue'),
      children: [
        { path: '', redirect: home },
        { path: 'todo', component: () => import('./todo/TodoPage.vue'), meta: { title: '我的待办' } },
        { path: 'notices', component: () => import('./notices/NoticesPage.vue'), meta: { title: '提醒' } },
        { path: 'submissions/:id', component: () => import('./submissions/SubmissionPage.vue'), props: true, meta: { title: '送审稿' } },
        { path: 'workload', component: () => import('./workload/WorkloadPage.vue'), meta: { title: '工作量' } },
        { path: 'workload/:id', component: () => import('./workload/HandOverPage.vue'), props: true, meta: { title: '交接' } },
        { path: 'cases', component: () => import('./cases/CaseListPage.vue'), meta: { title: '案件办理' } },
        { path: 'cases/new', component: () => import('./open/OpenCasePage.vue'), meta: { title: '立案' } },
        { path: 'cases/:id', component: () => import('./case/CasePage.vue'), props: true, meta: { title: '案件' } },
        { path: 'parties/of/:id', component: () => import('./parties/PartiesOfCase.vue'), props: true, meta: { title: '当事人' } },
        { path: 'parties/:id', component: () => import('./parties/PartyPage.vue'), props: true, meta: { title: '当事人' } },
        { path: 'letters', component: () => import('./letters/LettersPage.vue'), meta: { title: '成批打印' } },
        { path: 'scans', component: () => import('./paper/PaperPage.vue'), meta: { title: '纸质文书' } },
        { path: 'scans/:id', component: () => import('./paper/ScanPage.vue'), props: true, meta: { title: '扫描件' } },
        { path: 'old-cases', component: () => import('./olden/OldCasesPage.vue'), meta: { title: '旧案导入' } },
        { path: 'publications', component: () => import('./publications/PublicationListPage.vue'), meta: { title: '公示' } },
        { path: 'publications/:id', component: () => import('./publications/PublicationPage.vue'), props: true, meta: { title: '公示内容' } },
        { path: 'packs', component: () => import('./jurist/PackListPage.vue'), meta: { title: '法律包' } },
        { path: 'packs/drafts', component: () => import('./drafts/DraftListPage.vue'), meta: { title: '修改草案' } },
        { path: 'packs/drafts/:id', component: () => import('./drafts/DraftPage.vue'), props: true, meta: { title: '修改草案' } },
        { path: 'packs/:code', component: () => import('./jurist/PackPage.vue'), props: true, meta: { title: '法律包' } },
        { path: 'packs/:code/try', component: () => import('./jurist/TrialPage.vue'), props: true, meta: { title: '试算' } },
        { path: 'discretion', component: () => import('./discretion/BenchmarkListPage.vue'), meta: { title: '裁量基准' } },
        { path: 'discretion/sets', component: () => import('./discretion/SetListPage.vue'), meta: { title: '基准表的导入和公布' } },
        { path: 'discretion/watch', component: () => import('./discretion/WatchPage.vue'), meta: { title: '裁量监测' } },
        { path: 'discretion/tables/:code', component: () => import('./discretion/BenchmarkPage.vue'), props: true, meta: { title: '裁量基准' } },
        { path: 'guidance', component: () => import('./guidance/GuidanceListPage.vue'), meta: { title: '指导案例' } },
        { path: 'guidance/of/:of', component: () => import('./guidance/GuidancePage.vue'), props: (r) => ({ id: '', of: String(r.params.of) }), meta: { title: '提出指导案例' } },
        { path: 'guidance/:id', component: () => import('./guidance/GuidancePage.vue'), props: true, meta: { title: '指导案例' } },
        { path: 'registry/agencies', redirect: '/app/registry/bodies' },
        { path: 'registry/officers', redirect: '/app/registry/people' },
        { path: 'registry/certificates', redirect: '/app/registry/people' },
        { path: 'registry/bodies', component: () => import('./registers/BodiesPage.vue'), meta: { title: '执法主体' } },
        { path: 'registry/bodies/:id', component: () => import('./registers/BodyPage.vue'), props: true, meta: { title: '执法主体' } },
        { path: 'registry/people', component: () => import('./registers/PeoplePage.vue'), meta: { title: '执法人员' } },
        { path: 'registry/people/:id', component: () => import('./registers/PersonPage.vue'), props: true, meta: { title: '执法人员' } },
        { path: 'registry/training', component: () => import('./registers/TrainingPage.vue'), meta: { title: '培训' } },
        { path: 'registry/parameters', component: () => import('./figures/FiguresPage.vue'), meta: { title: '登记参数' } },
        { path: 'registry/parameters/:name', component: () => import('./figures/FigurePage.vue'), props: true, meta: { title: '登记参数' } },
        { path: 'registry/exams', component: () => import('./exams/ExamListPage.vue'), meta: { title: '资格考试' } },
        { path: 'registry/exams/:id', component: () => import('./exams/ExamPage.vue'), props: true, meta: { title: '资格考试' } },
        { path: 'registry/questions', component: () => import('./exams/BankPage.vue'), meta: { title: '题库' } },
        { path: 'registry/applications', component: () => import('./exams/ApplicationsPage.vue'), meta: { title: '领证申请' } },
        { path: 'registry/applications/:id', component: () => import('./exams/ApplicationPage.vue'), props: true, meta: { title: '领证申请' } },
        { path: 'exams', component: () => import('./exams/MyExamsPage.vue'), meta: { title: '领证和考试' } },
        { path: 'exams/:id', component: () => import('./exams/PaperPage.vue'), props: true, meta: { title: '考试' } },
        { path: 'registry/equipment', component: () => import('./posts/EquipmentPage.vue'), meta: { title: '装备' } },
        { path: 'registry/equipment/:id', component: () => import('./posts/PiecePage.vue'), props: true, meta: { title: '装备' } },
        { path: 'registry/responsibilities', component: () => import('./posts/ResponsibilitiesPage.vue'), meta: { title: '岗位职责' } },
        { path: 'registry/responsibilities/:id', component: () => import('./posts/WorkPostPage.vue'), props: true, meta: { title: '岗位' } },
        { path: 'registry/responsibilities/:agency/table', component: () => import('./posts/DutyTablePage.vue'), props: true, meta: { title: '权责表' } },
        { path: 'registry/appraisals/:id', component: () => import('./posts/AppraisalPage.vue'), props: true, meta: { title: '年度考核' } },
        { path: 'registry/:kind', component: () => import('./registry/RegistryPage.vue'), props: true, meta: { title: '基础登记' } },
        { path: 'calendar', component: () => import('./registry/CalendarPage.vue'), meta: { title: '工作日历' } },
        { path: 'numbers', component: () => import('./registry/NumbersPage.vue'), meta: { title: '文书编号' } },
        { path: 'evaluations', component: () => import('./evaluations/EvaluationsPage.vue'), meta: { title: '评估' } },
        { path: 'evaluations/:id', component: () => import('./evaluations/EvaluationPage.vue'), props: true, meta: { title: '评估' } },
        { path: 'lists', component: () => import('./lists/ListsPage.vue'), meta: { title: '清单' } },
        { path: 'lists/:id', component: () => import('./lists/ListPage.vue'), props: true, meta: { title: '清单' } },
        { path: 'account', component: () => import('./accounts/AccountPage.vue'), meta: { title: '我的账号' } },
        { path: 'accounts', component: () => import('./accounts/AccountsPage.vue'), meta: { title: '账号' } },
        { path: 'roles', component: () => import('./roles/RolesPage.vue'), meta: { title: '角色' } },
        { path: 'roles/:code', component: () => import('./roles/RolePage.vue'), props: true, meta: { title: '角色' } },
        { path: 'audit', component: () => import('./accounts/AuditPage.vue'), meta: { title: '审计记录' } },
        { path: 'law', component: () => import('./law/LibraryPage.vue'), meta: { title: '法规库' } },
        { path: 'law/versions/:id', component: () => import('./law/VersionPage.vue'), props: true, meta: { title: '法规' } },
        { path: 'law/versions/:id/report', component: () => import('./law/ReportPage.vue'), props: true, meta: { title: '影响报告' } },
        { path: ':rest(.*)', component: () => import('./shell/NotFound.vue'), meta: { title: '没有这个页面' } },
      ],
    },
    { path: '/:rest(.*)', redirect: '/app' },
  ],
})

router.beforeEach(async (to) => {
  if (to.meta.open) {
    // Unanswered, the form asks again before anybody signs in.
    await learnPlace().catch((cause: unknown) => { if (!(cause instanceof Problem)) throw cause })
    return true
  }
  const back = to.fullPath === '/app/todo' ? {} : { to: to.fullPath }
  if (!session.value) await loadSession()
  if (!session.value) return { path: '/app/sign-in', query: back }
  if (session.value.pending === 'post') return to.path === '/app/post' ? true : { path: '/app/post', query: back }
  if (session.value.pending) return to.path === '/app/account' ? true : '/app/account'
  if (to.path === '/app/post') return session.value.posts.length > 1 ? true : home()
  return to.path === '/app/todo' && home() !== '/app/todo' ? home() : true
})

router.afterEach((to) => {
  entitle(String(to.meta.title ?? ''))
})
