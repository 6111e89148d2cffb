package tw.gov.mocs.hub.demo;

import java.util.ArrayList;
import java.util.List;

/** One of the agencies that the synthetic persons serve in. */
record SampleAgency(String code, String name, String parentCode) {

  private static final String[] PLACES =
      "基隆 臺北 新北 桃園 新竹 苗栗 臺中 彰化 南投 雲林 嘉義 臺南 高雄 屏東 宜蘭 花蓮 臺東 澎湖 金門 連江".split(" ");
  private static final String[] KINDS = {"示範地政事務所", "示範戶政事務所", "示範稅務分局"};

  /** The ministry that all of them stand under. */
  static final String TOP = "A00000000Z";

  /** 60 agencies, and the two of the demo. */
  static final List<SampleAgency> ALL = all();

  private static List<SampleAgency> all() {
    List<SampleAgency> all = new ArrayList<>();
    all.add(new SampleAgency("A01000000A", "示範機關甲", TOP));
    all.add(new SampleAgency("A02000000B", "示範機關乙", TOP));
    for (int place = 0; place < PLACES.length; place++) {
      for (int kind = 0; kind < KINDS.length; kind++) {
        all.add(
            new SampleAgency(
                "B%02d0%d0000C".formatted(place + 1, kind + 1), PLACES[place] + KINDS[kind], TOP));
      }
    }
    return List.copyOf(all);
  }
}
