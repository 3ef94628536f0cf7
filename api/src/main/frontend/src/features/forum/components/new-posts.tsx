import { ArrowDown } from 'lucide-react';
import { flushSync } from 'react-dom';
import { goToPost } from '@/features/forum/components/post';
import styles from '@/features/forum/components/topic-page.module.css';
import type { HeldBack } from '@/features/forum/hooks/use-held-back';
import { Button } from '@/components/ui/button';
import { useTexts } from '@/lib/texts/texts';

/** Says how many posts came meanwhile, over what is read, and leads to the first of them. */
export function NewPosts({ held: { waiting, showUpTo } }: { held: HeldBack }) {
  const { forum } = useTexts();
  const [first, last] = [waiting.at(0), waiting.at(-1)];
  return (
    <div role="status" className={styles['news']}>
      {first !== undefined && last !== undefined && (
        <Button
          size="small"
          className={styles['toNews'] ?? ''}
          onClick={() => {
            flushSync(() => showUpTo(last.number));
            goToPost(first.number);
          }}
        >
          <ArrowDown size={16} aria-hidden />
          {forum.newPosts(waiting.length)}
        </Button>
      )}
    </div>
  );
}
