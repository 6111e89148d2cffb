package tw.gov.mocs.hub.application;

/**
 * 上傳之檔案: a file beside the special conditions. Its digest is part of what is signed.
 *
 * @param id under which its content is kept
 * @param name as its sender named it
 * @param sha256 of its content, 64 lower-case hexadecimal digits
 * @param size in bytes
 */
public record Attachment(long id, String name, String sha256, long size) {}
