import 'element-plus/theme-chalk/base.css'
import './style/tokens.css'
import './style/base.css'
import './style/parts.css'
import './style/element.css'
import { createApp } from 'vue'
import App from './App.vue'
import { router } from './router'

createApp(App).use(router).mount('#app')
