import { Search } from 'lucide-react';
import { type KeyboardEvent, type SyntheticEvent, useId, useState } from 'react';
import { useNavigate } from 'react-router';
import { useSuggestions } from '@/features/forum/api/get-suggestions';
import styles from '@/features/forum/components/search-box.module.css';
import { topicAddress } from '@/features/forum/types/addresses';
import { searchAddress, type Suggestion, type Wanted } from '@/features/forum/types/search';
import { Button } from '@/components/ui/button';
import { useTexts } from '@/lib/texts/texts';
import { useSettled } from '@/lib/use-settled';

/** So that nothing is asked with every key. */
const CALM_MS = 200;
/** Nothing of the list is chosen. */
const NONE = -1;

interface SearchBoxProps {
  /** what else is asked for, beside the words */
  among?: Partial<Wanted>;
}

/** Where one looks for something; topics whose titles begin so are offered. Arrows choose one of them, Enter goes there. */
export function SearchBox({ among = {} }: SearchBoxProps) {
  const { forum, common } = useTexts();
  const navigate = useNavigate();
  const list = useId();
  const [words, setWords] = useState(among.q ?? '');
  const [isOpen, setIsOpen] = useState(false);
  const [chosen, setChosen] = useState(NONE);
  const asked = useSettled(words.trim(), CALM_MS);
  const { data } = useSuggestions(isOpen ? asked : '');
  const offered = isOpen && words.trim() !== '' ? (data?.items ?? []) : [];
  const goTo = (suggestion: Suggestion) => {
    setIsOpen(false);
    void navigate(topicAddress(suggestion));
  };
  const search = (event: SyntheticEvent) => {
    event.preventDefault();
    const suggestion = offered[chosen];
    setIsOpen(false);
    if (suggestion !== undefined) goTo(suggestion);
    else if (words.trim() !== '') void navigate(searchAddress({ ...among, q: words.trim() }));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') setIsOpen(false);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || offered.length === 0) return;
    event.preventDefault();
    // the place before the first is the field itself
    const places = offered.length + 1;
    setChosen((now) => ((now + 1 + step + places) % places) - 1);
  };
  return (
    <div role="search" className={styles['box']}>
      <form className={styles['form']} onSubmit={search}>
        <Search size={18} aria-hidden className={styles['icon']} />
        <input
          type="search"
          role="combobox"
          className={styles['field']}
          aria-label={forum.search.label}
          aria-expanded={offered.length > 0}
          aria-controls={list}
          aria-autocomplete="list"
          aria-activedescendant={chosen === NONE ? undefined : `${list}-${String(chosen)}`}
          autoComplete="off"
          placeholder={forum.search.placeholder}
          value={words}
          onChange={(event) => {
            setWords(event.target.value);
            setIsOpen(true);
            setChosen(NONE);
          }}
          onKeyDown={onKeyDown}
          onBlur={() => setIsOpen(false)}
        />
        <Button type="submit">{common.search}</Button>
      </form>
      <div
        id={list}
        role="listbox"
        aria-label={forum.search.suggestions}
        className={styles['offered']}
        hidden={offered.length === 0}
      >
        {offered.map((suggestion, place) => (
          <Offer
            key={suggestion.id}
            id={`${list}-${String(place)}`}
            suggestion={suggestion}
            isChosen={place === chosen}
            onChoose={() => goTo(suggestion)}
          />
        ))}
      </div>
    </div>
  );
}

interface OfferProps {
  id: string;
  suggestion: Suggestion;
  isChosen: boolean;
  onChoose: () => void;
}

function Offer({ id, suggestion, isChosen, onChoose }: OfferProps) {
  return (
    // the focus stays in the field, which hears the keys
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isChosen}
      className={styles['offer']}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      {suggestion.title}
    </div>
  );
}
