// Theme

const themeButton = tool('theme', button(nextTheme));
// The site may have one theme only: site.yaml, `look`.
const fixedTheme = Boolean(find('.reader[data-fixed-theme]'));
function showTheme() {
  if (fixedTheme) return;
  const {theme} = read();
  if (theme) root.dataset.theme = theme;
  else delete root.dataset.theme;
  const meta = find('meta[name=color-scheme]');
  if (meta) meta.content = theme || 'light dark';
  return name(themeButton, words['theme_' + (theme || 'system')]).title;
}
function nextTheme() {
  if (fixedTheme) return;
  const kept = keep({theme: {'': 'light', light: 'dark', dark: ''}[read().theme]});
  const label = showTheme();
  if (kept) say(label);
}
