package tw.gov.mocs.hub.web.answer;

import java.util.List;

/**
 * What was filled in at one step of the wizard.
 *
 * @param step its number
 * @param title in the language of the page
 * @param answers in the order of the step
 */
public record AnswerBlock(int step, String title, List<Answer> answers) {

  /** Copies the answers. */
  public AnswerBlock {
    answers = List.copyOf(answers);
  }

  /**
   * One answer.
   *
   * @param label in the language of the page
   * @param lines as they were given; none if nothing was
   * @param input the id of the input that changes it, on the page of its step; "" where nothing
   *     does
   */
  public record Answer(String label, List<String> lines, String input) {

    /** Copies the lines. */
    public Answer {
      lines = List.copyOf(lines);
    }

    /** Whether the applicant may change it. */
    public boolean changeable() {
      return !input.isEmpty();
    }
  }
}
