import { Plus } from 'lucide-react';
import { Link } from 'react-router';
import button from '@/components/ui/button.module.css';
import { useTexts } from '@/lib/texts/texts';

/** @param category where it is to be started, to begin with */
export function NewTopicLink({ category }: { category?: string }) {
  const { forum } = useTexts();
  const to = category === undefined ? '/forum/new' : `/forum/new?category=${encodeURIComponent(category)}`;
  return (
    <Link to={to} className={`${button['button'] ?? ''} ${button['primary'] ?? ''}`}>
      <Plus size={18} aria-hidden />
      {forum.newTopic}
    </Link>
  );
}
