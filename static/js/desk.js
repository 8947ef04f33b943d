// Opens what the address points at: a block that is folded, a tab that is closed.
{
  const open = () => {
    const place = document.getElementById(location.hash.slice(1))
    if (!place) return
    const tab = place.closest("#tabbed .tabbed.content-editor-invisible")
    if (tab) document.querySelectorAll("#tabbed .tab")[[...tab.parentNode.children].indexOf(tab)].click()
    place.closest(".inline-related")?.classList.remove("collapsed", "order-machine-hide")
    if (!place.matches("input, textarea, select")) place.tabIndex = -1
    place.scrollIntoView()
    place.focus()
  }
  document.addEventListener("content-editor:ready", open)
  addEventListener("hashchange", open)
}

// Says what publishing at the time that is typed will do.
addEventListener("DOMContentLoaded", () => {
  const line = document.querySelector("[data-plan]")
  const [day, clock] = ["at_0", "at_1"].map((name) => document.getElementsByName(name)[0])
  if (!line || !day || !clock) return
  const otherwise = line.textContent
  const tell = () => {
    const [, date, month, year] = day.value.match(/^(\d{1,2})-(\d{1,2})-(\d{4})$/) ?? []
    const time = clock.value.match(/^\d{1,2}:\d{2}/)?.[0]
    const noon = new Date(Date.UTC(year, month - 1, date, 12))
    const words = year && noon.toLocaleDateString(document.documentElement.lang, { dateStyle: "long", timeZone: "UTC" })
    const moment = words && time && `${words} ${line.dataset.at} ${time}`
    const sentence = moment ? line.dataset.plan.replace("(moment)", moment) : otherwise
    if (line.textContent !== sentence) line.textContent = sentence
  }
  // The calendar's shortcuts fill a field without telling, and then focus it.
  for (const event of ["input", "focusin", "focusout"]) day.form.addEventListener(event, tell)
  tell()
})
