import { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router';
import styles from '@/features/forum/components/post-body.module.css';
import { personAddress } from '@/features/forum/types/addresses';

const PERSON = /^\/@\/([\w.-]+)$/;

/**
 * What somebody wrote, as the server has rendered and cleaned it: the one place where HTML becomes part of a page, and
 * nobody gives it any other.
 */
export function PostBody({ html }: { html: string }) {
  const ref = useRef<HTMLDivElement>(null);
  const navigate = useNavigate();
  useEffect(() => {
    const body = ref.current;
    if (body === null) return;
    prepare(body);
    const onClick = (event: MouseEvent) => {
      const person = mentioned(event);
      if (person === undefined) return;
      event.preventDefault();
      void navigate(personAddress(person));
    };
    body.addEventListener('click', onClick);
    return () => body.removeEventListener('click', onClick);
  }, [html, navigate]);
  return <div ref={ref} className={styles['body']} dangerouslySetInnerHTML={{ __html: html }} />;
}

/** Links to elsewhere open a page of their own, and what is too wide can be scrolled with the keyboard. */
function prepare(body: HTMLElement): void {
  body.querySelectorAll('a').forEach((link) => {
    if (!PERSON.test(link.getAttribute('href') ?? '')) link.target = '_blank';
  });
  body.querySelectorAll('pre').forEach((code) => {
    code.tabIndex = 0;
  });
}

/** Who is mentioned where one has clicked; undefined where the click is the browser's to see to. */
function mentioned(event: MouseEvent): string | undefined {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
    return undefined;
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  return PERSON.exec(link?.getAttribute('href') ?? '')?.[1];
}
