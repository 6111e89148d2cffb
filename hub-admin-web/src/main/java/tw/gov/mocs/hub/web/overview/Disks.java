package tw.gov.mocs.hub.web.overview;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.delivery.DeliverySettings;
import tw.gov.mocs.hub.file.FileSettings;

/** The disks on which this node keeps files. */
@Component
final class Disks {

  private final FileSettings files;
  private final DeliverySettings deliveries;

  Disks(FileSettings files, DeliverySettings deliveries) {
    this.files = files;
    this.deliveries = deliveries;
  }

  List<Disk> all() {
    return Stream.of(
            Disk.under("files", files.folder()), Disk.under("deliveries", deliveries.folder()))
        .flatMap(Optional::stream)
        .toList();
  }
}
