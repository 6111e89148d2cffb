package tw.gov.mocs.hub.application;

/** The seven steps of 申請服務, in their order. */
public enum WizardStep {
  /** 步驟一：填寫機關基本資料. */
  AGENCY,
  /** 步驟二：介接系統基本資料. */
  SYSTEM,
  /** 步驟三：填寫介接系統使用之對象. */
  AUDIENCE,
  /** 步驟四：資料交換服務提供方式. */
  METHOD,
  /** 步驟五：條件說明 (A) or 選擇資料交換需求 (B). */
  REQUEST,
  /** 步驟六：確定提出申請. */
  CONFIRMATION,
  /** 步驟七：線上申請完成，下載介接申請書. */
  DONE;

  /** From 1 to 7. */
  public int number() {
    return ordinal() + 1;
  }

  /** The step in which this part of the content is filled in. */
  static WizardStep of(String place) {
    String part = place.contains(".") ? place.substring(0, place.indexOf('.')) : place;
    return switch (part) {
      case "system" -> SYSTEM;
      case "audiences" -> AUDIENCE;
      case "method" -> METHOD;
      case "specialConditions", "attachments", "services" -> REQUEST;
      default -> AGENCY;
    };
  }
}
