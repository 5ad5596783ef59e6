import { startPage } from '../shared/start-page.ts';
import '../picker/picker-page.ts';

void startPage((api, { title }) =>
  Object.assign(document.createElement('mgv-picker-page'), {
    api: {
      options: () => api.get('/deep-linking'),
      scenarios: () => api.get('/scenarios'),
      choose: (choice: unknown) => api.post('/deep-linking', choice),
      preview: (request: unknown) => api.post('/preview', request),
    },
    linkTitle: title,
  }),
);
