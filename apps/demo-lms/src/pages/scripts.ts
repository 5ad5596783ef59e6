/** Small scripts that pages load by address, so that the content security policy needs no exception. */
export const SCRIPTS: Record<string, string> = {
  /** Sends the only form of a page at once. */
  'submit.js': `document.forms[0].submit();\n`,

  /** Takes the whole window to the page that the link points to, out of the frame. */
  'leave-frame.js': `window.top.location.replace(document.querySelector('a[data-leave]').href);\n`,

  /**
   * Tells the server when the tool's page stands in the frame. A page of another origin cannot be looked into, and that
   * is all an LMS sees of it. Then shows the launch checks anew.
   */
  'activity.js': `const frame = document.querySelector('iframe');
frame.addEventListener('load', async () => {
  let foreign = false;
  try { foreign = frame.contentDocument === null; } catch { foreign = true; }
  if (!foreign) return;
  const answer = await fetch(frame.dataset.shown, { method: 'POST' });
  const checks = document.querySelector('[data-checks]');
  if (!answer.ok || !checks) return;
  const open = checks.querySelector('details').open;
  checks.innerHTML = await answer.text();
  checks.querySelector('details').open = open;
});
frame.src = frame.dataset.src;
`,
};
