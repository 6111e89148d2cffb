package tw.gov.mocs.hub.audit;

import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.audit.CheckpointMapper.Stored;
import tw.gov.mocs.hub.shared.Page;

/** The signed checkpoints for everybody: whoever keeps one is a witness. */
@Component
public class PublishedCheckpoints {

  /** How many {@link #after} gives at most. */
  public static final int BATCH = 1_000;

  private static final HexFormat HEX = HexFormat.of();

  private final CheckpointMapper mapper;

  PublishedCheckpoints(CheckpointMapper mapper) {
    this.mapper = mapper;
  }

  /** A page of them, the last first. */
  public Page<PublishedCheckpoint> search(int page, int size) {
    long total = mapper.last().checkpointNo();
    // Their numbers have no gaps.
    long end = total - (page - 1L) * size;
    long begin = Math.max(0, end - size);
    List<PublishedCheckpoint> found =
        end <= 0
            ? List.of()
            : mapper.after(begin, (int) (end - begin)).stream()
                .map(PublishedCheckpoints::published)
                .sorted(Comparator.comparingLong(PublishedCheckpoint::number).reversed())
                .toList();
    return new Page<>(found, page, size, total);
  }

  /** The one with this number. */
  public Optional<PublishedCheckpoint> find(long number) {
    return Optional.ofNullable(mapper.find(number)).map(PublishedCheckpoints::published);
  }

  /** The next {@value #BATCH} after this number, in order: what a witness does not have yet. */
  public List<PublishedCheckpoint> after(long number) {
    return mapper.after(number, BATCH).stream().map(PublishedCheckpoints::published).toList();
  }

  private static PublishedCheckpoint published(Stored stored) {
    return new PublishedCheckpoint(
        stored.checkpointNo(),
        stored.signed().read().madeAt(),
        HEX.formatHex(stored.checkpointHash()),
        stored.signed().fileForm());
  }
}
