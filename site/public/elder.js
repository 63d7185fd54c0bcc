/* 长辈版：记住读者的选择，在第一次绘制之前放大。没有脚本时，#zhangbei 由样式放大。 */
;((d, k) => {
  var h = location.hash,
    on
  try {
    if (h === '#zhangbei') localStorage.setItem(k, '1')
    if (h === '#biaozhun') localStorage.removeItem(k)
    on = localStorage.getItem(k)
  } catch (e) {
    on = h === '#zhangbei'
  }
  if (on) d.classList.add('elder')
  addEventListener('hashchange', () => {
    var g = location.hash
    if (g !== '#zhangbei' && g !== '#biaozhun') return
    d.classList.toggle('elder', g === '#zhangbei')
    try {
      if (g === '#zhangbei') localStorage.setItem(k, '1')
      else localStorage.removeItem(k)
    } catch (e) {}
  })
})(document.documentElement, 'zhangbei')
