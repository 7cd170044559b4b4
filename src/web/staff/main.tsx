import './strict-content.ts';
import '#design-system/theme/styles.ts';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ThemeProvider } from '#design-system/theme/theme-provider.tsx';
import { createQueryClient } from './data/query-client.ts';
import { createStaffRouter } from './routes.tsx';
import { delegateLinks } from './routing/link-delegation.ts';

const router = createStaffRouter();
delegateLinks(router);

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <ThemeProvider>
        <QueryClientProvider client={createQueryClient()}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </ThemeProvider>
    </StrictMode>,
  );
}
