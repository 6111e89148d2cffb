package tw.gov.mocs.hub.job;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs a job and keeps how it went; it never fails a job, nor holds it up. */
@FunctionalInterface
public interface JobRecorder {

  /** What a job returns whose work was done in part only: some revocation list did not come. */
  String LISTS = "LISTS";

  /** The same: a list that was never had did not come. */
  String LISTS_MISSING = "LISTS_MISSING";

  /** The same: an OCSP responder gave no usable answer. */
  String ANSWERS = "ANSWERS";

  /** The same: the mail server took nothing. */
  String MAIL_SERVER = "MAIL_SERVER";

  /** What the verification of the log returns that went through and found what does not fit. */
  String LOG_CHANGED = "LOG_CHANGED";

  /**
   * Does the work; what it throws is kept as a failure and thrown on.
   *
   * @param next how long after its end it runs again; null if nobody knows
   * @param work returns what failed of it; null if nothing did
   */
  void attempt(Job job, @Nullable Duration next, Supplier<@Nullable String> work);

  /**
   * Tells how far the run of a job is that goes on, as often as one likes.
   *
   * @param done how many of what it works through
   * @param total of how many; null if nobody knows
   */
  default void reached(Job job, long done, @Nullable Long total) {}

  /** The same of work that fails by throwing alone. */
  default void run(Job job, @Nullable Duration next, Runnable work) {
    attempt(
        job,
        next,
        () -> {
          work.run();
          return null;
        });
  }
}
