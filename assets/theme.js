// The reader's choice of light or dark, before anything is drawn. Stands inside every page.
try {
  const theme = localStorage.getItem("paperboy:theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {}
