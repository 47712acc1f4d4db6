// Many looks, a few at a time: as many as there are processors to take them.
import { availableParallelism } from 'node:os';

// Runs jobs, each with what it weighs: the heaviest first, so that none is left alone at the end.
export async function together(jobs, hands = availableParallelism()) {
  const left = [...jobs].sort((a, b) => b.weight - a.weight);
  const work = async () => { for (let job = left.shift(); job; job = left.shift()) await job.run(); };
  await Promise.all(Array.from({ length: hands }, work));
}
