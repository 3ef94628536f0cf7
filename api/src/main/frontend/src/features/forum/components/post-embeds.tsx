import { BookOpen, ExternalLink, Swords } from 'lucide-react';
import styles from '@/features/forum/components/post-embeds.module.css';
import type { Embed } from '@/features/forum/types/forum';
import { useTexts } from '@/lib/texts/texts';

/** What a post names by its address: images, and links to games and studies. The server says which hosts may. */
export function PostEmbeds({ embeds }: { embeds: readonly Embed[] }) {
  return embeds.length === 0 ? null : (
    <ul className={styles['embeds']}>
      {embeds.map((embed) => (
        <li key={embed.url}>{embed.kind === 'image' ? <Image url={embed.url} /> : <Card embed={embed} />}</li>
      ))}
    </ul>
  );
}

function Image({ url }: { url: string }) {
  const { forum } = useTexts();
  return (
    <a href={url} target="_blank" rel="nofollow noopener ugc">
      <img
        className={styles['image']}
        src={url}
        alt={forum.embeds.image}
        loading="lazy"
        referrerPolicy="no-referrer"
      />
    </a>
  );
}

function Card({ embed: { kind, url } }: { embed: Embed }) {
  const { forum } = useTexts();
  const Icon = kind === 'study' ? BookOpen : Swords;
  return (
    <a className={styles['card']} href={url} target="_blank" rel="nofollow noopener ugc">
      <Icon size={20} aria-hidden />
      <span className={styles['kind']}>{kind === 'study' ? forum.embeds.study : forum.embeds.game}</span>
      <span className={styles['address']}>{url.replace('https://', '')}</span>
      <ExternalLink size={14} aria-hidden />
    </a>
  );
}
