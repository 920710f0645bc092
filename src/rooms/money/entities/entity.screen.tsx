/** Whose money it is: doctor-entities, the doctors in them, and their terminals. */

import { useState } from 'react';
import { groupedOrganisationNumber } from '#kernel/account-numbers';
import { dayOf } from '#kernel/time';
import { dayWords } from '#patients/web';
import { Act, Notice, Panel, readTypedDate, useAsk, useClock, useDo, useMe, useNoWords, useTexts } from '#platform/web';
import { MoneyField } from '../day-close/money-field.tsx';
import { tariffScreenTexts } from '../tariffs/tariff-screen.texts.ts';
import type { placeDoctor, registerEntity, registerTerminal, seeEntities } from './doctor-entity.api.ts';
import '../bills/bill.css';

const useEntities = () => useAsk<typeof seeEntities>('seeEntities', {}, { hears: ['EntityChanged'] });
type Seen = NonNullable<ReturnType<typeof useEntities>['data']>;

export default function EntityScreen() {
  const text = useTexts(tariffScreenTexts);
  const seen = useEntities().data;
  const isHead = useMe().roles.includes('head');
  if (!seen) return null;
  return (
    <>
      <div className="page-title">
        <h1>{text.entities}</h1>
        <span className="soft">{isHead ? text.entitiesHint : text.onlyHead}</span>
      </div>
      <div className="columns columns-even">
        {seen.entities.map((entity) => (
          <OneEntity key={entity.id} entity={entity} seen={seen} isHead={isHead} />
        ))}
        {isHead ? <NewEntity /> : null}
        {seen.unplaced.length > 0 ? <Unplaced seen={seen} isHead={isHead} /> : null}
      </div>
    </>
  );
}

type EntityProps = { readonly entity: Seen['entities'][number]; readonly seen: Seen; readonly isHead: boolean };

function OneEntity({ entity, seen, isHead }: EntityProps) {
  const text = useTexts(tariffScreenTexts);
  const doctors = seen.doctors.filter((one) => one.entity === entity.id);
  const terminals = seen.terminals.filter((one) => one.entity === entity.id);
  return (
    <Panel title={entity.name} aside={groupedOrganisationNumber(entity.organisationNumber)}>
      <dl className="facts">
        <dt>{text.address}</dt>
        <dd>{entity.address}</dd>
        <dt>{text.doctors}</dt>
        <dd>
          {doctors.map(({ person, name, specialistUntil }) => (
            <div key={person}>
              {name}{' '}
              <span className="soft">
                {specialistUntil ? text.specialistUntil(dayWords(specialistUntil)) : text.notSpecialist}
              </span>
            </div>
          ))}
        </dd>
        <dt>{text.terminals}</dt>
        <dd>{terminals.map(({ name }) => name).join(', ') || '–'}</dd>
      </dl>
      {isHead ? <NewTerminal entity={entity.id} /> : null}
    </Panel>
  );
}

function NewTerminal({ entity }: { entity: EntityProps['entity']['id'] }) {
  const text = useTexts(tariffScreenTexts);
  const words = useNoWords<string>(text.refusals);
  const register = useDo<typeof registerTerminal>('registerTerminal');
  const [name, setName] = useState('');
  const send = async (): Promise<void> => {
    const done = await register.run({ entity, name });
    if (done.ok) setName('');
  };
  return (
    <div className="bill-form">
      <MoneyField label={text.terminalName} value={name} isWide onChange={setName} />
      <Act isOff={!name.trim()} onPress={() => void send()}>
        {text.addTerminal}
      </Act>
      {register.no ? <Notice tone="stop">{words(register.no)}</Notice> : null}
    </div>
  );
}

function NewEntity() {
  const text = useTexts(tariffScreenTexts);
  const words = useNoWords<string>(text.refusals);
  const register = useDo<typeof registerEntity>('registerEntity');
  const empty = { name: '', organisationNumber: '', address: '' };
  const [typed, setTyped] = useState(empty);
  const [isCompany, setCompany] = useState(false);
  const type = (field: keyof typeof empty) => (value: string) => setTyped({ ...typed, [field]: value });
  const send = async (): Promise<void> => {
    const done = await register.run({ ...typed, isCompany });
    if (done.ok) setTyped(empty);
  };
  return (
    <Panel title={text.newEntity}>
      <div className="bill-form">
        <MoneyField label={text.entityName} value={typed.name} isWide onChange={type('name')} />
        <MoneyField
          label={text.organisationNumber}
          value={typed.organisationNumber}
          onChange={type('organisationNumber')}
        />
        <MoneyField label={text.address} value={typed.address} isWide onChange={type('address')} />
        <label className="bill-tick">
          <input type="checkbox" checked={isCompany} onChange={(event) => setCompany(event.target.checked)} />{' '}
          {text.isCompany}
        </label>
        <Act
          weight="first"
          isOff={!typed.name.trim() || !typed.organisationNumber.trim() || !typed.address.trim()}
          isBusy={register.isBusy}
          onPress={() => void send()}
        >
          {text.register}
        </Act>
        {register.no ? <Notice tone="stop">{words(register.no)}</Notice> : null}
      </div>
    </Panel>
  );
}

function Unplaced({ seen, isHead }: { seen: Seen; isHead: boolean }) {
  const text = useTexts(tariffScreenTexts);
  const words = useNoWords<string>(text.refusals);
  const place = useDo<typeof placeDoctor>('placeDoctor');
  return (
    <Panel title={text.doctors} count={seen.unplaced.length}>
      <Notice tone="warning">{text.unplaced}</Notice>
      {seen.unplaced.map(({ person, name }) => (
        <PlaceDoctor
          key={person}
          name={name}
          seen={seen}
          isHead={isHead}
          onPlace={(to) => void place.run({ doctor: person, ...to })}
        />
      ))}
      {place.no ? <Notice tone="stop">{words(place.no)}</Notice> : null}
    </Panel>
  );
}

type Placing = { readonly entity: Seen['entities'][number]['id']; readonly specialistUntil: string | null };
type PlaceProps = {
  readonly name: string;
  readonly seen: Seen;
  readonly isHead: boolean;
  readonly onPlace: (to: Placing) => void;
};

function PlaceDoctor({ name, seen, isHead, onPlace }: PlaceProps) {
  const text = useTexts(tariffScreenTexts);
  const today = dayOf(useClock(60_000));
  const [entity, setEntity] = useState('');
  const [until, setUntil] = useState('');
  const chosen = seen.entities.find(({ id }) => id === entity);
  return (
    <div className="bill-form">
      <strong>{name}</strong>
      {isHead ? (
        <>
          <label>
            {text.entities}
            <select value={entity} onChange={(event) => setEntity(event.target.value)}>
              <option value="">–</option>
              {seen.entities.map(({ id, name: words }) => (
                <option key={id} value={id}>
                  {words}
                </option>
              ))}
            </select>
          </label>
          <MoneyField label={text.specialistLast} value={until} onChange={setUntil} />
          <Act
            isOff={!chosen}
            onPress={() =>
              chosen && onPlace({ entity: chosen.id, specialistUntil: until ? readTypedDate(until, today) : null })
            }
          >
            {text.place}
          </Act>
        </>
      ) : null}
    </div>
  );
}
