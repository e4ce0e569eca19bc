/** Where to go on after signing in or choosing a post: only a path of this application, never another site. */
export function ownPath(to: unknown): string {
  const path = String(to ?? '')
  return /^\/app\/(?!sign-in|post)/.test(path) ? path : '/app'
}
