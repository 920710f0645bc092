/** The front door in the browser: theme, language, who is signed in, rooms. */

import '@fontsource-variable/source-sans-3';
import '@navikt/ds-css/dist/global/tokens.css';
import '@navikt/ds-css/dist/global/reset.css';
import '@navikt/ds-css/dist/global/baseline.css';
import '@navikt/ds-css/dist/components.css';
import './theme.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import {
  type AnyRoute,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  RouterProvider,
} from '@tanstack/react-router';
import { type ComponentType, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { LanguageProvider } from '#platform/web';
import { setGateWords } from '../../platform/web/gate-words.ts';
import { KeysProvider } from '../../platform/web/keys.tsx';
import type { Screen, ScreenProps } from '../../platform/web/screen.ts';
import { fillDutyPlaces } from './duty-places.tsx';
import { Frame } from './frame.tsx';
import { Present } from './present.tsx';
import { screens } from './rooms.web.ts';

const queries = new QueryClient({ defaultOptions: { queries: { staleTime: 30_000, refetchOnWindowFocus: false } } });

const root = createRootRoute({ component: Frame });
const routes = screens.map((one) => routeFor(one));

function routeFor({ path, load }: Screen): AnyRoute {
  const route = createRoute({
    getParentRoute: () => root,
    path,
    component: lazyRouteComponent(async () => {
      const { default: Shown } = await load();
      const WithParams: ComponentType = () => <Shown params={route.useParams() as ScreenProps['params']} />;
      return { default: WithParams };
    }),
  });
  return route as unknown as AnyRoute;
}
const router = createRouter({ routeTree: root.addChildren(routes), defaultPreload: 'intent' });

fillDutyPlaces();
// After the first screen: why someone may not is seldom the first thing she asks.
void import('../../commons/staff/may.texts.ts').then(({ mayTexts, whyNot }) =>
  setGateWords((language, why, facts) =>
    why in mayTexts.nb.refusals ? whyNot(language, why as keyof typeof mayTexts.nb.refusals, facts) : undefined,
  ),
);
const house = document.getElementById('house');
if (house) {
  createRoot(house).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <LanguageProvider>
          <KeysProvider>
            <Present>
              <RouterProvider router={router} />
            </Present>
          </KeysProvider>
        </LanguageProvider>
      </QueryClientProvider>
    </StrictMode>,
  );
}
