/** What stands where the library would send a letter: there is no mail here. */
export const ForgotPassword = () => (
  <main className="template-minimal template-minimal--width-normal">
    <div className="template-minimal__wrap">
      <h1>忘记密码</h1>
      <p>
        这里不发邮件，密码由管理员重设：请管理员在“人员”里打开你的名字，写一个新密码；没有管理员能登录时，由管服务器的人运行
        <code> npm run editor -- --reset 邮箱</code>。
      </p>
      <p>
        <a href="/admin/login">回到登录</a>
      </p>
    </div>
  </main>
)
