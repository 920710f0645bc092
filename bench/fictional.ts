/** Fictional people for a large clinic: names as skewed as in Norway, synthetic numbers, the same every time. */

import { nameWords } from '../src/commons/patients/name-search.ts';
import { newId } from '../src/kernel/ids.ts';
import { syntheticNumber } from '../src/main/demo/demo-patients.ts';

const families =
  'Hansen Johansen Olsen Larsen Andersen Pedersen Nilsen Kristiansen Jensen Karlsen Johnsen Pettersen Eriksen Berg Haugen Hagen Johannessen Andreassen Jacobsen Dahl Jørgensen Halvorsen Henriksen Lund Sørensen Jakobsen Moen Gundersen Iversen Strand Solberg Svendsen Eide Knutsen Martinsen Paulsen Bakken Kristoffersen Mathisen Lie Amundsen Nguyen Rasmussen Lunde Solheim Berge Moe Nygård Bakke Fredriksen Ali Ahmed Holm Lien Hauge Christensen Andresen Nielsen Knudsen Evensen Sæther Aas Hanssen Myhre Haugland Thomassen Simonsen Sivertsen Berntsen Danielsen Arnesen Rønning Næss Sandvik Antonsen Haug Ellingsen Thorsen Edvardsen Vik Birkeland Isaksen Gulbrandsen Ruud Aasen Strøm Myklebust Tangen Ødegård Eliassen Helland Bøe Jenssen Aune Mikkelsen Tveit Brekke Abrahamsen Engen'.split(
    ' ',
  );
const women =
  'Anne Inger Kari Marit Ingrid Liv Eva Berit Astrid Bjørg Hilde Anna Solveig Marianne Randi Ida Nina Elisabeth Bente Wenche Mona Ellen Tone Heidi Grete Fadumo Linh Aisha Tuva Emma Nora Sofie Maja Thea Synnøve Åse Kirsten Turid Gerd Torill'.split(
    ' ',
  );
const men =
  'Jan Per Bjørn Ole Lars Kjell Knut Arne Svein Thomas Hans Geir Tor Morten Terje Odd Erik Martin Andreas John Anders Rune Trond Tore Daniel Jon Kristian Mohammed Nguyen Ali Jonas Magnus Henrik Emil Oskar Filip Jakob Håkon Åge Rolf'.split(
    ' ',
  );

/** A small generator of numbers, the same for the same seed. */
export function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}
const skewed = <T>(list: readonly T[], roll: () => number): T => list[Math.floor(roll() ** 2 * list.length)] as T;

export type FictionalPatient = {
  id: string;
  family_name: string;
  given_name: string;
  name_words: string[];
  birth_date: string;
  sex: string;
  number: string;
  phone: string;
  address: string;
};

const two = (part: number): string => String(part).padStart(2, '0');

export function fictionalPatient(place: number, roll: () => number): FictionalPatient {
  const isWoman = roll() < 0.5;
  const birth = `${1925 + Math.floor(roll() * 100)}-${two(1 + Math.floor(roll() * 12))}-${two(1 + Math.floor(roll() * 28))}`;
  const family = roll() < 0.15 ? `${skewed(families, roll)}-${skewed(families, roll)}` : skewed(families, roll);
  const given =
    roll() < 0.4
      ? `${skewed(isWoman ? women : men, roll)} ${skewed(isWoman ? women : men, roll)}`
      : skewed(isWoman ? women : men, roll);
  return {
    id: newId(1_750_000_000_000 + place),
    family_name: family,
    given_name: given,
    name_words: nameWords(given, family),
    birth_date: birth,
    sex: isWoman ? 'female' : 'male',
    number: syntheticNumber(birth, place % 1000),
    phone: `+479${String(place % 10_000_000).padStart(7, '0')}`,
    address: `Fjordveien ${1 + (place % 400)}`,
  };
}
