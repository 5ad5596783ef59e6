import '../observer/observer-page.ts';
import { startPage } from '../shared/start-page.ts';

void startPage((api, { returnUrl }) =>
  Object.assign(document.createElement('mgv-observer-page'), {
    api: { summaries: () => api.get('/summaries') },
    returnUrl,
  }),
);
