package tw.gov.mocs.hub.content;

import org.apache.ibatis.annotations.Mapper;

/** The downloads. */
@Mapper
interface DownloadMapper extends EntryMapper<Download.Content, Download> {}
