package tw.gov.mocs.hub.demo;

import java.sql.SQLException;
import java.time.LocalDate;
import tw.gov.mocs.hub.catalogue.CodeList;

/** Writes the tables that are not about persons: staffing, positions and codes. */
final class OrganisationRows {

  private static final String[] TITLES = {"0101", "0103", "0201", "0202", "0301"};
  private static final LocalDate IN_FORCE = LocalDate.of(2014, 1, 1);

  private final SampleRows rows;

  OrganisationRows(SampleRows rows) {
    this.rows = rows;
  }

  void writeAgencies() throws SQLException {
    for (SampleAgency agency : SampleAgency.ALL) {
      for (String title : TITLES) {
        staffing(agency, title);
        position(agency, title);
      }
    }
  }

  private void staffing(SampleAgency agency, String title) throws SQLException {
    String rank = title.substring(0, 2);
    int quota = 1 + rows.random().nextInt(40);
    rows.row("PA_ORGANISATION_STAFFING")
        .agency(agency)
        .set("PARENT_AGENCY_CODE", agency.parentCode())
        .set("JOB_TITLE_CODE", title)
        .set("RANK_FROM_CODE", rank)
        .set("RANK_TO_CODE", rank)
        .set("GRADE_FROM_CODE", firstGrade(rank))
        .set("GRADE_TO_CODE", firstGrade(rank))
        .set("STAFF_QUOTA", quota)
        .set("STAFF_QUOTA_MIN", quota / 2)
        .set("STAFFING_REMARK", "內 " + quota / 2 + " 人得列較高職等 (依編制表附註)")
        .set("EFFECTIVE_DATE", IN_FORCE)
        .approved(IN_FORCE.minusDays(60));
  }

  private void position(SampleAgency agency, String title) throws SQLException {
    String rank = title.substring(0, 2);
    rows.row("PA_POSITION_CLASSIFICATION")
        .agency(agency)
        .set("POSITION_NO", "A" + title + "%02d".formatted(rows.random().nextInt(100)))
        .set("UNIT_NAME", "第一科")
        .set("JOB_TITLE_CODE", title)
        .set("RANK_FROM_CODE", rank)
        .set("RANK_TO_CODE", rank)
        .set("GRADE_FROM_CODE", firstGrade(rank))
        .set("GRADE_TO_CODE", firstGrade(rank))
        .set("SERIES_CODE", "A101")
        .set("DUTY_DESCRIPTION", "一、辦理綜合業務規劃。\n二、其他臨時交辦事項。")
        .set("EFFECTIVE_DATE", IN_FORCE)
        .approved(IN_FORCE.minusDays(60));
  }

  private static String firstGrade(String rank) {
    return switch (rank) {
      case "01" -> "G03";
      case "02" -> "G07";
      default -> "G10";
    };
  }

  void writeCodes(Iterable<CodeList> lists) throws SQLException {
    for (CodeList list : lists) {
      for (CodeList.Entry entry : list.entries()) {
        SampleRows.Row row =
            rows.row("COM_CODE")
                .set("CODE_TYPE", list.codeType())
                .set("CODE", entry.code())
                .set("CODE_NAME", entry.name())
                .set("SORT_ORDER", entry.sortOrder())
                .set("VALID_FROM", entry.validFrom());
        if (entry.nameEn() != null) {
          row.set("CODE_NAME_EN", entry.nameEn());
        }
        if (entry.parentCode() != null) {
          row.set("PARENT_CODE", entry.parentCode());
        }
        row.put(entry.validFrom());
      }
    }
  }
}
