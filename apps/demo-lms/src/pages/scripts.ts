import { FRAME_SCRIPTS } from '../frames/frame-scripts.ts';

/** Small scripts that pages load by address, so that the content security policy needs no exception. */
export const SCRIPTS: Record<string, string> = {
  /** Sends the only form of a page at once. */
  'submit.js': `document.forms[0].submit();\n`,

  /** Takes the whole window to the page that the link points to, out of the frame. */
  'leave-frame.js': `window.top.location.replace(document.querySelector('a[data-leave]').href);\n`,

  ...FRAME_SCRIPTS,
};
