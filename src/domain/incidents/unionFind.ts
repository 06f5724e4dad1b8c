/** Disjoint sets of the numbers below `size`, joined pair by pair. Near-constant time for each step. */
export class UnionFind {
  private readonly parent: number[];

  constructor(size: number) {
    this.parent = Array.from({ length: size }, (_, index) => index);
  }

  join(a: number, b: number): void {
    const [rootA, rootB] = [this.root(a), this.root(b)];
    // The smaller number leads, so that sets come out in the order of their first members.
    this.parent[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
  }

  /** Every set with its members in ascending order. */
  sets(): number[][] {
    const members = new Map<number, number[]>();
    this.parent.forEach((_, index) => {
      const root = this.root(index);
      const set = members.get(root);
      if (set) {
        set.push(index);
      } else {
        members.set(root, [index]);
      }
    });
    return [...members.values()];
  }

  private root(index: number): number {
    let current = index;
    while (this.parent[current] !== current) {
      const above = this.parent[current]!;
      // Halves the way for whoever comes next.
      this.parent[current] = this.parent[above]!;
      current = this.parent[current]!;
    }
    return current;
  }
}
