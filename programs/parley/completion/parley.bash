# bash completion for parley(1)

_parley() {
    local word=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
    local command=${COMP_WORDS[1]} options='' formats='text json csv'
    local commands='read brief people delegations positions gaps conditions outlook quotes events
        places timeline differences agreements figures stories copies sources talks reports show compare search explain merges remove export annotate help'

    if ((COMP_CWORD == 1)); then
        COMPREPLY=($(compgen -W "$commands --help --version" -- "$word"))
        return
    fi
    case $command in
    brief | show | compare) formats='text json html' ;;
    annotate) formats='jsonl conllu' ;;
    explain) formats='text json' ;;
    places) formats='text json csv geojson' ;;
    esac
    case $previous in
    --format | -f) COMPREPLY=($(compgen -W "$formats" -- "$word")) && return ;;
    --as) COMPREPLY=($(compgen -W 'csv jsonl gdelt gdelt-mentions icews polecat ktab' -- "$word")) && return ;;
    --input) COMPREPLY=($(compgen -W 'text jsonl conllu' -- "$word")) && return ;;
    --dir) COMPREPLY=($(compgen -d -- "$word")) && return ;;
    --status) COMPREPLY=($(compgen -W 'actual planned hypothetical negated historical' -- "$word")) && return ;;
    --actors | --db | --frames | --grades | --manifest | --rules) COMPREPLY=($(compgen -f -- "$word")) && return ;;
    esac
    case $command in
    read | annotate)
        options='--actors --frames --id --input --manifest --published --source --threads --title --url --quiet'
        [[ $command == read ]] && options+=' --db' || options+=' --format --tokens'
        ;;
    remove) options='--db' ;;
    explain) options='--actors --color --db --format --frames --width' ;;
    export) options='--as --db --dir' ;;
    help)
        COMPREPLY=($(compgen -W "$commands" -- "$word"))
        return
        ;;
    *) options='--color --db --format --width --talks' ;;
    esac
    [[ $command == merges ]] && options+=' --rules'
    [[ $command == @(brief|differences|agreements|sources) ]] && options+=' --grades'
    [[ $command == stories ]] && options+=' --changes'
    [[ $command == positions ]] && options+=' --over-time'
    [[ $command == @(events|timeline) ]] && options+=' --actor --date --pair --place --status --type'
    [[ $command == events ]] && options+=' --mentions'
    [[ $command == quotes ]] && options+=' --speaker --about'
    if [[ $word == -* ]]; then
        COMPREPLY=($(compgen -W "$options --help" -- "$word"))
    elif [[ $command == read || $command == annotate ]]; then
        COMPREPLY=($(compgen -f -- "$word"))
    elif [[ $command == explain ]]; then
        COMPREPLY=($(compgen -W "$(parley events --format csv 2>/dev/null |
            tail -n +2 | cut -d, -f1)" -- "$word"))
    elif [[ $command == show || $command == compare || $command == remove ]]; then
        COMPREPLY=($(compgen -W "$(parley reports --format csv 2>/dev/null |
            tail -n +2 | cut -d, -f2)" -- "$word"))
    fi
}
complete -o filenames -F _parley parley
