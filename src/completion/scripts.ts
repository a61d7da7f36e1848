// What each shell loads so that Tab asks the program. A line that is being written is not meant to be run yet: its words go to
// `quiz complete` as arguments, and none of these scripts has anything in it that evaluates text.

/** Bash gives the words in pieces (`--type`, `=`, `m`) and with their quotes, so the program gets the line and takes it apart. */
const BASH = `# Tab for quiz in bash.
__quiz_complete() {
    local line before=
    COMPREPLY=()
    # Where "=" parts no words, what stands before it belongs to the word.
    if [[ \${COMP_WORDS[COMP_CWORD]} == --*=* ]]; then before=\${COMP_WORDS[COMP_CWORD]%%=*}=; fi
    while IFS= read -r line; do
        case $line in
            :*)
                if [[ $line != :files* ]]; then compopt +o default; fi
                if [[ $line == :folders* ]]; then compopt -o dirnames; fi
                if [[ $line == *ordered ]]; then compopt -o nosort; fi
                ;;
            *) COMPREPLY+=("$before\${line%%$'\\t'*}") ;;
        esac
    done < <(quiz complete --line "\${COMP_LINE:0:COMP_POINT}" 2>/dev/null </dev/null)
} 2>/dev/null # bash before 4 has no compopt
complete -o default -F __quiz_complete quiz
`;

const ZSH = `#compdef quiz
# Tab for quiz in zsh.
_quiz() {
    local line
    local -a reply offered order
    reply=("\${(@f)$(quiz complete -- "\${(@Q)words[2,CURRENT-1]}" "\${(Q)PREFIX}" 2>/dev/null </dev/null)}")
    for line in "\${(@)reply[1,-2]}"; do
        line=\${line//:/\\\\:}
        offered+=("\${line/$'\\t'/:}")
    done
    if [[ $reply[-1] == *ordered ]]; then order=(-V); fi
    compset -P '--*='
    case $reply[-1] in
        :files*) _files ;;
        :folders*) _files -/ ;;
        *) _describe $order 'quiz' offered ;;
    esac
}
if [[ $funcstack[1] == _quiz ]]; then _quiz "$@"; else compdef _quiz quiz; fi
`;

const FISH = `# Tab for quiz in fish.
function __quiz_complete
    set -l word (commandline -ct)
    set -l words (commandline -opc)
    set -l reply (quiz complete -- $words[2..-1] "$word" 2>/dev/null </dev/null)
    set -l before (string match -r -- '^--[^=]+=' "$word")
    for line in $reply[1..-2]
        printf '%s%s\\n' "$before" "$line"
    end
    switch "$reply[-1]"
        case ':files*'
            __fish_complete_path "$word"
        case ':folders*'
            __fish_complete_directories "$word"
    end
end
complete -c quiz -e
complete -c quiz -f -k -a '(__quiz_complete)'
`;

/** The word at the cursor is never passed alone: Windows PowerShell drops an argument that is empty, and mixes up quotes in one. */
const POWERSHELL = `# Tab for quiz in PowerShell.
Register-ArgumentCompleter -Native -CommandName quiz -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $before = @($commandAst.CommandElements | Select-Object -Skip 1 |
        Where-Object { $_.Extent.EndOffset -lt $cursorPosition } |
        ForEach-Object {
            $text = if ($_ -is [System.Management.Automation.Language.StringConstantExpressionAst]) { $_.Value } else { $_.Extent.Text }
            $text -replace '"', ''
        })
    $word = "$wordToComplete" -replace '"', ''
    $flag = if ($word -match '^--[^=]+=') { $Matches[0] } else { '' }
    $encoding = [Console]::OutputEncoding
    try {
        [Console]::OutputEncoding = [System.Text.Encoding]::UTF8
        $reply = @(& quiz complete "--last=$word" '--' @before 2>$null)
    } finally {
        [Console]::OutputEncoding = $encoding
    }
    if ($reply.Count -eq 0 -or $reply[-1] -notlike ':nothing*') { return } # its own paths
    if ($reply.Count -eq 1) { return '' }
    $reply | Select-Object -SkipLast 1 | ForEach-Object {
        $name, $meaning = $_ -split "\`t", 2
        if (-not $meaning) { $meaning = $name }
        [System.Management.Automation.CompletionResult]::new("$flag$name", $name, 'ParameterValue', $meaning)
    }
}
`;

/** The script of each shell. */
export const scripts = { bash: BASH, zsh: ZSH, fish: FISH, powershell: POWERSHELL } as const;

export const shells = Object.keys(scripts) as readonly (keyof typeof scripts)[]; // its own keys
