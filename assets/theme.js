// Sets the theme that the reader chose, before anything is drawn. Stands within <head> of every page, so it is short.
try {
  const root = document.documentElement, {theme} = JSON.parse(localStorage['paperboy:1:' + root.dataset.site]);
  if (/^(light|dark)$/.test(theme)) root.dataset.theme = theme;
} catch {}
