package tw.gov.mocs.hub.web.answer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.application.Attachment;

/**
 * 您提供的資料: everything that an application says.
 *
 * @param blocks what was filled in, by step; the last one is step five
 * @param files 上傳的檔案
 * @param services what is asked for; empty for a one-time file
 * @param oneTime whether it asks for a one-time file
 * @param terms the 管理規範 that the applicant agreed to; null if that is not known
 */
public record Answers(
    List<AnswerBlock> blocks,
    List<Attachment> files,
    List<ServiceAnswer> services,
    boolean oneTime,
    @Nullable Terms terms) {

  /**
   * A version of the 管理規範.
   *
   * @param html its text in the language of the reader
   * @param english whether it is written in English
   */
  public record Terms(int version, String html, boolean english) {}

  /** Copies the lists. */
  public Answers {
    blocks = List.copyOf(blocks);
    files = List.copyOf(files);
    services = List.copyOf(services);
  }
}
