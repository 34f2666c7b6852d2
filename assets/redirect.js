// Sends readers of an old address on at once, to the #place they asked for: a refresh would lose that.
(() => {
  "use strict";
  const target = document.documentElement.dataset.target;
  const place = target.includes("#") ? "" : window.location.hash;
  window.location.replace(target + place);
})();
