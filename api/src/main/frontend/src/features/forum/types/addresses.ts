import type { Topic } from '@/features/forum/types/forum';

export function categoryAddress(slug: string): string {
  return `/forum/in/${encodeURIComponent(slug)}`;
}

/** @param post number of the post to begin at */
export function topicAddress(topic: Pick<Topic, 'id' | 'slug'>, post?: number): string {
  const at = `/forum/topics/${encodeURIComponent(topic.id)}/${encodeURIComponent(topic.slug)}`;
  return post === undefined || post === 1 ? at : `${at}?post=${String(post)}`;
}

export function personAddress(username: string): string {
  return `/people/${encodeURIComponent(username)}`;
}
