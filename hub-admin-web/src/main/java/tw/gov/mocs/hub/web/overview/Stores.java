package tw.gov.mocs.hub.web.overview;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.exchange.Backlogs;
import tw.gov.mocs.hub.web.overview.Store.Kind;

/** The queues and disks of this node. */
@Component
final class Stores {

  private final Backlogs backlogs;
  private final Disks disks;
  private final MessageSource messages;

  Stores(Backlogs backlogs, Disks disks, MessageSource messages) {
    this.backlogs = backlogs;
    this.disks = disks;
    this.messages = messages;
  }

  List<Store> all(Locale locale) {
    Stream<Store> queues =
        backlogs.all().stream()
            .map(
                one ->
                    Store.of(
                        Kind.QUEUE,
                        text("overview.queue." + one.key(), locale),
                        one.waiting(),
                        one.limit(),
                        one.isFull()));
    Stream<Store> folders =
        disks.all().stream()
            .map(
                one ->
                    Store.of(
                        Kind.DISK,
                        text("overview.disk." + one.key(), locale),
                        one.total() - one.free(),
                        one.total(),
                        one.isTight()));
    return Stream.concat(queues, folders).toList();
  }

  private String text(String key, Locale locale) {
    return messages.getMessage(key, null, locale);
  }
}
