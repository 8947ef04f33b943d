// Opens what the address points at: a block that is folded, a tab that is closed.
{
  const open = () => {
    const place = document.getElementById(location.hash.slice(1))
    if (!place) return
    const tab = place.closest("#tabbed .tabbed.content-editor-invisible")
    if (tab) document.querySelectorAll("#tabbed .tab")[[...tab.parentNode.children].indexOf(tab)].click()
    place.closest(".inline-related")?.classList.remove("collapsed", "order-machine-hide")
    if (!place.matches("input, textarea, select")) place.tabIndex = -1
    place.scrollIntoView({ block: "center" })
    place.focus()
  }
  document.addEventListener("content-editor:ready", open)
  addEventListener("hashchange", open)
}
