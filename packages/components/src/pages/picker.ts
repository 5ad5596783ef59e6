import { startPage } from '../shared/start-page.ts';
import '../picker/picker-page.ts';

void startPage((api, { title }) =>
  Object.assign(document.createElement('mgv-picker-page'), {
    api: { scenarios: () => api.get('/scenarios'), choose: (choice: unknown) => api.post('/deep-linking', choice) },
    linkTitle: title,
  }),
);
