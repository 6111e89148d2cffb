@echo off
rem The client: hub-client.cmd check, call, status, simulator, each with --help.
chcp 65001 >nul
java -Dfile.encoding=UTF-8 -jar "%~dp0hub-client.jar" %*
exit /b %ERRORLEVEL%
