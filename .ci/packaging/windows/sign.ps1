# Sign files for Windows: sign.ps1 FILE...
# The certificate (.pfx, base64) and its password come from the environment; without them nothing is signed.
param([Parameter(Mandatory, ValueFromRemainingArguments)] [string[]] $Files)
$ErrorActionPreference = "Stop"
if (-not $env:WINDOWS_CERTIFICATE) {
    Write-Host "No certificate in the environment: $($Files -join ', ') stays unsigned."
    exit 0
}
$certificate = New-TemporaryFile
try {
    [IO.File]::WriteAllBytes($certificate, [Convert]::FromBase64String($env:WINDOWS_CERTIFICATE))
    $kit = Get-ChildItem "${env:ProgramFiles(x86)}\Windows Kits\10\bin\*\x64\signtool.exe" | Sort-Object FullName | Select-Object -Last 1
    & $kit.FullName sign /f $certificate /p $env:WINDOWS_CERTIFICATE_PASSWORD /fd sha256 /tr http://timestamp.digicert.com /td sha256 $Files
    exit $LASTEXITCODE
} finally {
    Remove-Item $certificate
}
