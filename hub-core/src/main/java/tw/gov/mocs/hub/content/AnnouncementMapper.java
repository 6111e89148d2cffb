package tw.gov.mocs.hub.content;

import org.apache.ibatis.annotations.Mapper;

/** The announcements. */
@Mapper
interface AnnouncementMapper extends EntryMapper<Announcement.Content, Announcement> {}
