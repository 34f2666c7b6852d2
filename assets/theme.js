// Sets the theme that the reader chose, before anything is drawn. Stands within <head>, after the meta `color-scheme`.
try {
  const root = document.documentElement;
  const {theme} = JSON.parse(localStorage.getItem('paperboy:1:' + root.dataset.site));
  if (theme === 'light' || theme === 'dark') {
    root.dataset.theme = theme;
    document.querySelector('meta[name=color-scheme]').content = theme;
  }
} catch {}
