@echo off
rem Starts Crescent with the first Java 25 or newer that is found.
setlocal
set "home=%~dp0.."
set "found="

if defined JAVA_HOME call :try "%JAVA_HOME%"
if not defined found for /f "tokens=1,* delims==" %%a in ('java -XshowSettings:properties -version 2^>^&1 ^| findstr /c:"java.home ="') do call :trim %%b
if not defined found for /d %%d in ("%ProgramFiles%\Java\*" "%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Zulu\*" "%ProgramFiles%\Microsoft\jdk*" "%USERPROFILE%\.jdks\*" "%USERPROFILE%\.sdkman\candidates\java\*") do if not defined found call :try "%%d"

if not defined found (
    echo Crescent needs Java 25 or newer and found none; install one, or set JAVA_HOME to where it is. 1>&2
    exit /b 2
)

"%found%\bin\java.exe" "@%home%\bin\crescent.options" "--module-path=%home%\lib\javafx" -cp "%home%\lib\*" dev.crescent.Main %*
exit /b %errorlevel%

:trim
call :try "%*"
exit /b 0

:try
if not exist "%~1\bin\java.exe" exit /b 0
if not exist "%~1\release" exit /b 0
for /f tokens^=2^ delims^=^=.^" %%v in ('findstr /b /c:"JAVA_VERSION=" "%~1\release"') do call :check "%~1" %%v
exit /b 0

:check
if %~2 geq 25 set "found=%~1"
exit /b 0
