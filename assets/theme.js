// Sets the theme that the reader chose, before anything is drawn. Runs in <head>, after the meta `color-scheme`.
(() => {
  const root = document.documentElement;
  try {
    const {theme} = JSON.parse(localStorage.getItem('paperboy:1:' + root.dataset.site));
    if (theme === 'light' || theme === 'dark') {
      root.dataset.theme = theme;
      document.querySelector('meta[name=color-scheme]').content = theme;
    }
  } catch {}
})();
