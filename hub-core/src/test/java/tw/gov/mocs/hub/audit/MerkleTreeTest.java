package tw.gov.mocs.hub.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MerkleTreeTest {

  /** The entries of the well-known test vectors of Certificate Transparency. */
  private static final List<byte[]> ENTRIES =
      List.of(
          hex(""),
          hex("00"),
          hex("10"),
          hex("2021"),
          hex("3031"),
          hex("40414243"),
          hex("5051525354555657"),
          hex("606162636465666768696a6b6c6d6e6f"));

  @Test
  void givesTheEmptyTreeTheHashOfNothing() {
    assertThat(MerkleTree.root(List.of()))
        .isEqualTo(hex("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
  }

  @Test
  void computesTheRootsOfCertificateTransparency() {
    assertThat(MerkleTree.root(ENTRIES.subList(0, 3)))
        .isEqualTo(hex("aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77"));
    assertThat(MerkleTree.root(ENTRIES))
        .isEqualTo(hex("5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 8, 13, 64, 100})
  void provesEachLeafOfATreeOfAnySize(int size) {
    List<byte[]> entries = entries(size);
    byte[] root = MerkleTree.root(entries);
    for (int i = 0; i < size; i++) {
      List<byte[]> path = MerkleTree.inclusionPath(entries, i);
      assertThat(MerkleTree.includes(root, size, i, entries.get(i), path)).isTrue();
    }
  }

  @Test
  void provesNoLeafAtAnotherPlace() {
    List<byte[]> entries = entries(13);
    byte[] root = MerkleTree.root(entries);
    List<byte[]> path = MerkleTree.inclusionPath(entries, 4);
    assertThat(MerkleTree.includes(root, 13, 5, entries.get(4), path)).isFalse();
    assertThat(MerkleTree.includes(root, 13, 4, entries.get(5), path)).isFalse();
    assertThat(MerkleTree.includes(root, 13, 4, entries.get(4), path.subList(1, 4))).isFalse();
  }

  @Test
  void needsAtMostFourteenHashesForATreeOfTenThousand() {
    assertThat(MerkleTree.inclusionPath(entries(10_000), 77)).hasSize(14);
  }

  private static List<byte[]> entries(int size) {
    return new ArrayList<>(IntStream.range(0, size).mapToObj(i -> Calls.sha256("" + i)).toList());
  }

  private static byte[] hex(String hex) {
    return HexFormat.of().parseHex(hex);
  }
}
