package tw.gov.mocs.hub.audit;

import static java.util.Objects.requireNonNull;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import tw.gov.mocs.hub.shared.Digests;

/** The Merkle tree of RFC 9162 §2.1 over SHA-256. */
final class MerkleTree {

  private static final byte[] LEAF = {0};
  private static final byte[] NODE = {1};

  private MerkleTree() {}

  /** Grows a root leaf by leaf, holding one hash for each level. */
  static final class Growing {

    private final Deque<byte[]> complete = new ArrayDeque<>();
    private long size;

    void add(byte[] entry) {
      byte[] hash = leaf(entry);
      // Each one bit at the end of the size so far is a complete subtree that this leaf completes.
      for (long rest = size; (rest & 1) == 1; rest >>= 1) {
        hash = node(complete.pop(), hash);
      }
      complete.push(hash);
      size++;
    }

    long size() {
      return size;
    }

    /** RFC 9162 §2.1.1; the root of the empty tree is the hash of nothing. */
    byte[] root() {
      if (size == 0) {
        return Digests.sha256(new byte[0]);
      }
      byte[] root = null;
      for (byte[] subtree : complete) {
        root = root == null ? subtree : node(subtree, root);
      }
      return requireNonNull(root, "root");
    }
  }

  /** RFC 9162 §2.1.3.1: the hashes beside the way from a leaf to the root, the lowest first. */
  static List<byte[]> inclusionPath(List<byte[]> entries, int index) {
    List<byte[]> path = new ArrayList<>();
    addPath(entries, index, path);
    return path;
  }

  private static byte[] addPath(List<byte[]> entries, int index, List<byte[]> path) {
    if (entries.size() == 1) {
      return leaf(entries.get(0));
    }
    int left = Integer.highestOneBit(entries.size() - 1);
    boolean isLeft = index < left;
    List<byte[]> first = entries.subList(0, left);
    List<byte[]> second = entries.subList(left, entries.size());
    byte[] own = addPath(isLeft ? first : second, isLeft ? index : index - left, path);
    byte[] other = root(isLeft ? second : first);
    path.add(other);
    return isLeft ? node(own, other) : node(other, own);
  }

  static byte[] root(List<byte[]> entries) {
    Growing tree = new Growing();
    entries.forEach(tree::add);
    return tree.root();
  }

  /** RFC 9162 §2.1.3.2. */
  static boolean includes(byte[] root, long size, long index, byte[] entry, List<byte[]> path) {
    if (index < 0 || index >= size) {
      return false;
    }
    long fn = index;
    long sn = size - 1;
    byte[] hash = leaf(entry);
    for (byte[] other : path) {
      if (sn == 0) {
        return false;
      }
      if ((fn & 1) == 1 || fn == sn) {
        hash = node(other, hash);
        while ((fn & 1) == 0 && fn != 0) {
          fn >>= 1;
          sn >>= 1;
        }
      } else {
        hash = node(hash, other);
      }
      fn >>= 1;
      sn >>= 1;
    }
    return sn == 0 && Arrays.equals(hash, root);
  }

  private static byte[] leaf(byte[] entry) {
    return Digests.sha256(LEAF, entry);
  }

  private static byte[] node(byte[] left, byte[] right) {
    return Digests.sha256(NODE, left, right);
  }
}
