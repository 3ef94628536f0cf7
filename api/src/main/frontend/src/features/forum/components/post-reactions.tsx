import {
  Check,
  Heart,
  Laugh,
  Lightbulb,
  type LucideIcon,
  SmilePlus,
  ThumbsDown,
  ThumbsUp,
} from 'lucide-react';
import { useReactToPost } from '@/features/forum/api/react-to-post';
import styles from '@/features/forum/components/post-reactions.module.css';
import { type Post, type Reaction, REACTIONS } from '@/features/forum/types/forum';
import { Menu, MenuItem } from '@/components/ui/menu';
import { Failure } from '@/components/ui/notice';
import { useTexts } from '@/lib/texts/texts';

const ICONS: Readonly<Record<Reaction, LucideIcon>> = {
  '+1': ThumbsUp,
  '-1': ThumbsDown,
  laugh: Laugh,
  think: Lightbulb,
  heart: Heart,
};

interface PostReactionsProps {
  topicId: string;
  post: Post;
  /** nobody reacts in a closed topic */
  isClosed: boolean;
}

/** How people react to a post, and what one can do so oneself. */
export function PostReactions({ topicId, post, isClosed }: PostReactionsProps) {
  const { forum } = useTexts();
  const react = useReactToPost();
  const given = REACTIONS.filter((reaction) => post.reactions[reaction] !== undefined);
  const toggle = (reaction: Reaction) => {
    const on = post.reactions[reaction]?.mine !== true;
    react.mutate({ topicId, postId: post.id, reaction, on });
  };
  return (
    <>
      {given.length > 0 && (
        <div className={styles['reactions']} role="group" aria-label={forum.reactions.label}>
          {given.map((reaction) => (
            <ReactionButton
              key={reaction}
              reaction={reaction}
              post={post}
              isClosed={isClosed}
              onToggle={() => toggle(reaction)}
            />
          ))}
        </div>
      )}
      {!isClosed && <Adding post={post} onToggle={toggle} />}
      {react.isError && (
        <div className={styles['refusal']}>
          <Failure error={react.error} />
        </div>
      )}
    </>
  );
}

interface ReactionButtonProps {
  reaction: Reaction;
  post: Post;
  isClosed: boolean;
  onToggle: () => void;
}

function ReactionButton({ reaction, post, isClosed, onToggle }: ReactionButtonProps) {
  const { forum } = useTexts();
  const { count, mine } = post.reactions[reaction] ?? { count: 0, mine: false };
  const Icon = ICONS[reaction];
  const label = forum.reactions.people(forum.reactions.names[reaction], count);
  return (
    <button
      type="button"
      className={styles['reaction']}
      aria-pressed={mine}
      aria-label={label}
      title={label}
      disabled={isClosed}
      onClick={onToggle}
    >
      <Icon size={15} aria-hidden />
      <span aria-hidden>{count}</span>
    </button>
  );
}

function Adding({ post, onToggle }: { post: Post; onToggle: (reaction: Reaction) => void }) {
  const { forum } = useTexts();
  const trigger = (
    <button
      type="button"
      className={styles['add']}
      aria-label={forum.reactions.add}
      title={forum.reactions.add}
    >
      <SmilePlus size={17} aria-hidden />
    </button>
  );
  return (
    <Menu trigger={trigger}>
      {REACTIONS.map((reaction) => {
        const Icon = ICONS[reaction];
        return (
          <MenuItem key={reaction} onSelect={() => onToggle(reaction)}>
            <Icon size={16} aria-hidden />
            {forum.reactions.names[reaction]}
            {post.reactions[reaction]?.mine === true && <Check size={14} aria-label={forum.reactions.mine} />}
          </MenuItem>
        );
      })}
    </Menu>
  );
}
