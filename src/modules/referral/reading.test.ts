import { describe, expect, it } from 'vitest';
import { LANGUAGES_HEARD } from '#modules/youth/languages.ts';
import {
  CALLERS_HEARD,
  DOMAINS_HEARD,
  GENDERS_HEARD,
  HEALTH_PLANS_HEARD,
  INTENSITIES_HEARD,
  RELATIONSHIPS_HEARD,
} from './codes-heard.ts';
import * as reading from './reading.ts';

describe('words understood as codes', () => {
  it.each([
    [reading.readLanguage, 'Chinese', 'zh'],
    [reading.readLanguage, 'CANTONESE', 'yue'],
    [reading.readLanguage, 'traditional Chinese', 'zh-Hant'],
    [reading.readLanguage, 'ASL', 'ase'],
    [reading.readLanguage, 'Haitian Creole', 'ht'],
    [reading.readLanguage, 'Kreyòl', 'ht'],
    [reading.readLanguage, 'español', 'es'],
    [reading.readLanguage, 'Klingon', null],
    [reading.readCaller, 'MRSS', 'mobile-response'],
    [reading.readCaller, 'CP&P', 'child-protection'],
    [reading.readRelationship, 'Grandmother', 'grandparent'],
    [reading.readRelationship, 'resource parent', 'foster-parent'],
    [reading.readDomain, 'I/DD', 'developmental-disability'],
    [reading.readHealthPlan, 'Amerigroup', 'wellpoint'],
    [reading.readHealthPlan, 'Aetna Better Health of NJ', 'aetna'],
    [reading.readIntensity, ' Mod. ', 'moderate'],
    [reading.readGender, 'non-binary', 'nonbinary'],
    [reading.readYesNo, 'Sí', true],
    [reading.readYesNo, 'N', false],
    [reading.readYesNo, 'maybe', null],
    [reading.readYesNo, '', null],
  ])('%o "%s" is %s', (read, words, code) => {
    expect(read(words)).toBe(code);
  });

  it.each(
    Object.entries({
      CALLERS_HEARD,
      DOMAINS_HEARD,
      GENDERS_HEARD,
      HEALTH_PLANS_HEARD,
      INTENSITIES_HEARD,
      LANGUAGES_HEARD,
      RELATIONSHIPS_HEARD,
    }),
  )('no words of %s stand for two codes', (_, heard) => {
    const words = Object.values(heard).flatMap((list: string) => list.split('|'));
    expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([]);
  });
});
