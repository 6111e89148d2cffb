package tw.gov.mocs.hub.bench;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the peers answer: 20 rows with all 20 fields of SQ_TA_001, the same each time. */
final class PeerAnswer {

  private static final int ROWS = 20;

  /** The response element; peers read nothing, look nothing up and record nothing. */
  static final String XML =
      IntStream.range(0, ROWS)
          .mapToObj(PeerAnswer::row)
          .collect(
              Collectors.joining(
                  "",
                  """
                  <SQ_TA_001Response xmlns="urn:tw:gov:mocs:hub:exchange:1">\
                  <requestId>00000000-0000-0000-0000-000000000000</requestId>\
                  <recordId>00000000-0000-0000-0000-000000000000</recordId>\
                  <asOf>2026-11-23T10:00:00+08:00</asOf><grantVersion>1</grantVersion>""",
                  "</SQ_TA_001Response>"));

  private PeerAnswer() {}

  private static String row(int number) {
    return """
        <row><recordNo>TA%010d</recordNo><idNo>A2%08d</idNo><fullName>王小明𠮷</fullName>\
        <agencyCode>A00000000A</agencyCode><agencyName>範例機關人事室</agencyName>\
        <positionNo>A010010</positionNo><jobTitleCode>0010</jobTitleCode><rankCode>02</rankCode>\
        <gradeCode>007</gradeCode><seriesCode>3101</seriesCode><reviewCase>01</reviewCase>\
        <reviewResult>01</reviewResult><salaryKind>01</salaryKind><salaryStep>3</salaryStep>\
        <salaryPoint>415</salaryPoint><effectiveDate>2020-01-16</effectiveDate>\
        <approvalDate>2020-02-03</approvalDate><approvalDocNo>部銓三字第1090000001號</approvalDocNo>\
        <recordStatus>A</recordStatus><updatedAt>2020-02-03T09:30:00+08:00</updatedAt></row>"""
        .formatted(number, number);
  }
}
