/** Which language the screen speaks, and how a feature gets its sentences. */

import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import type { Language, SameShape, Sentences, Texts } from '#kernel/texts';

type Choice = { readonly language: Language; readonly choose: (language: Language) => void };
const LanguageContext = createContext<Choice>({ language: 'nb', choose: () => {} });
const storedUnder = 'dagsverk.language';

export function LanguageProvider({ children, initial }: { children: ReactNode; initial?: Language }) {
  const [language, setLanguage] = useState<Language>(
    () => initial ?? (localStorage.getItem(storedUnder) === 'en' ? 'en' : 'nb'),
  );
  const choice = useMemo(
    () => ({
      language,
      choose: (next: Language) => {
        localStorage.setItem(storedUnder, next);
        document.documentElement.lang = next;
        setLanguage(next);
      },
    }),
    [language],
  );
  return <LanguageContext value={choice}>{children}</LanguageContext>;
}

export const useLanguage = (): Choice => useContext(LanguageContext);

export function useTexts<T extends Sentences>(both: Texts<T>): T | SameShape<T> {
  return both[useContext(LanguageContext).language];
}
