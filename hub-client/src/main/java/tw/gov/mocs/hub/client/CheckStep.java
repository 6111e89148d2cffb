package tw.gov.mocs.hub.client;

/** 連線測試: what can be wrong with a connection, in the order in which it is looked at. */
enum CheckStep {
  SETTINGS(
      "設定 settings",
      "請照上述訊息補正 connection.conf 或選項；檔案須在所寫的位置。範本在介接模組內，不確定時請重新下載。",
      "Put connection.conf or the options right as the message says; files must be where it says they are. The"
          + " module holds the original; fetch it again if in doubt."),
  CERTIFICATE(
      "憑證 certificate",
      "請確認 keys 內是機關已登記、用途為「呼叫」的憑證與它的私鑰，且憑證未過期、未廢止；登記情形請見入口網「憑證」。",
      "Check that keys holds the agency's certificate, registered for calls, and its private key, neither"
          + " expired nor revoked; the portal shows which are registered."),
  CLOCK(
      "時間 clock",
      "請以 NTP 校正這台主機的時間與時區；訊息只在五分鐘內有效。",
      "Set the clock and time zone of this machine by NTP; a message is good for five minutes only."),
  ADDRESS(
      "位址 address",
      "請確認 connection.conf 的 endpoint 與 tls-authorities、防火牆、DNS 與代理伺服器；來源 IP 須是申請時核准的位置。",
      "Check endpoint and tls-authorities in connection.conf, firewall, DNS and proxy; you must call from an"
          + " address that was granted."),
  SIGNATURE(
      "簽章 signature",
      "若是平臺拒絕：簽署後訊息被更動，或私鑰與憑證不符。若是回應不可信：請至入口網核對平臺簽章憑證，重新下載介接模組。",
      "If the hub refused: the message was changed after signing, or key and certificate do not fit. If the"
          + " answer is not trusted: compare the hub's certificate with the portal's, fetch the module"
          + " again."),
  GRANT(
      "授權 grant",
      "請至入口網「進度查詢」查看此申請案的授權狀態、期間與用量；授權變更後請重新下載介接模組。",
      "Look in the portal (進度查詢) for the state, period and quota of the application; fetch the module again"
          + " after a change."),
  HUB(
      "平臺 hub",
      "平臺暫時無法服務，請稍後再試；若持續發生請回報，並附上紀錄編號。",
      "The hub cannot serve now, try again later; if it goes on, report it with the record id.");

  private final String label;
  private final String advice;
  private final String adviceEn;

  CheckStep(String label, String advice, String adviceEn) {
    this.label = label;
    this.advice = advice;
    this.adviceEn = adviceEn;
  }

  String label() {
    return label;
  }

  String advice() {
    return advice;
  }

  String adviceEn() {
    return adviceEn;
  }

  /** What a failure is about. */
  static CheckStep of(HubClientException failure) {
    return failure instanceof HubFaultException fault
        ? ofCode(fault.code())
        : of(((HubCallException) failure).failure());
  }

  private static CheckStep ofCode(String code) {
    return switch (code) {
      case "HUB-2006", "HUB-2007", "HUB-2008" -> CLOCK;
      case "HUB-5008", "HUB-2010" -> ADDRESS;
      case "HUB-5011" -> CERTIFICATE;
      case "HUB-3006" -> HUB;
      case "HUB-3008" -> GRANT;
      default ->
          switch (code.length() > 4 ? code.charAt(4) : ' ') {
            // Somebody between changes messages, or the address is another's.
            case '1' -> ADDRESS;
            case '2' -> SIGNATURE;
            case '3' -> CERTIFICATE;
            case '4', '5' -> GRANT;
            default -> HUB;
          };
    };
  }

  private static CheckStep of(Failure failure) {
    return switch (failure) {
      case TIMESTAMP_STALE, TIMESTAMP_AHEAD, TLS_NOT_IN_FORCE, CERTIFICATE_NOT_IN_FORCE -> CLOCK;
      case ADDRESS_INVALID, PLAIN_HTTP, ADDRESS_NOT_GRANTED -> ADDRESS;
      case KEY_UNREADABLE,
          KEY_FORM_OLD,
          KEY_PASSWORD_MISSING,
          KEY_PASSWORD_WRONG,
          KEY_NOT_OF_CERTIFICATE,
          DECRYPTION_KEY_MISSING,
          DECRYPTION_KEY_OTHER ->
          CERTIFICATE;
      case ANSWER_NOT_SOAP, REDIRECTED, GATEWAY_ANSWERED -> ADDRESS;
      default ->
          switch (failure.kind()) {
            case USAGE -> SETTINGS;
            case TRANSPORT -> ADDRESS;
            case VERIFICATION -> SIGNATURE;
            case GRANT -> GRANT;
          };
    };
  }
}
