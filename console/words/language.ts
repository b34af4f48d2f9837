import { createContext, useContext } from 'react';

/** French is the default. */
export type Language = 'fr' | 'en';

const KEPT_UNDER = 'relance-language';

/** The language last chosen in this browser; French by default. */
export const currentLanguage = (): Language => (localStorage.getItem(KEPT_UNDER) === 'en' ? 'en' : 'fr');

export const keepLanguage = (language: Language): void => {
  localStorage.setItem(KEPT_UNDER, language);
  document.documentElement.lang = language;
};

export const LanguageContext = createContext<{ language: Language; choose: (language: Language) => void }>({
  language: 'fr',
  choose: () => undefined,
});

export const useLanguage = () => useContext(LanguageContext);
