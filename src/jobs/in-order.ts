/**
 * Runs `work` over a stream with up to `width` items under way and gives the results in the order of the items, so that
 * parallel work leaves no trace in the output.
 */
export async function* inOrder<T, R>(
  items: AsyncIterable<T> | Iterable<T>,
  width: number,
  work: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  const pending: Promise<R>[] = []
  try {
    for await (const item of items) {
      const promise = work(item)
      // An error surfaces when its turn comes; until then it must not count as unhandled.
      promise.catch(() => undefined)
      pending.push(promise)
      if (pending.length >= width) yield await (pending.shift() as Promise<R>)
    }
    while (pending.length) yield await (pending.shift() as Promise<R>)
  } finally {
    await Promise.allSettled(pending)
  }
}
